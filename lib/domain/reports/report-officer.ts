/** Somebody of the ministry who may be asked about a report. */
export interface ReportOfficer {
  readonly name: string;
  readonly email: string;
}
