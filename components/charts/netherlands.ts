import { geoMercator, geoPath } from "d3-geo";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-10m.json";

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const CODE = "528";

/** Natural Earth draws the Caribbean Netherlands too; the programme has no areas there. */
function european(shape: Polygon | MultiPolygon): MultiPolygon {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const north = (ring: Position[] | undefined) => (ring ?? []).every(([, latitude = 0]) => latitude > 50);
  return { type: "MultiPolygon", coordinates: polygons.filter((polygon) => north(polygon[0])) };
}

function outline(): MultiPolygon {
  const atlas = world as unknown as Atlas;
  const country = atlas.objects.countries.geometries.find((geometry) => geometry.id === CODE);
  if (country === undefined) throw new Error("the world atlas has no Netherlands");
  const { geometry } = feature(atlas, country) as { geometry: Polygon | MultiPolygon };
  return european(geometry);
}

const netherlands = outline();

export type MapDrawing = {
  readonly land: string;
  /** Where a point lies on the drawing. */
  readonly at: (longitude: number, latitude: number) => { x: number; y: number };
};

/** The outline fitted into a frame. Made once for each size, when the server starts. */
export function drawNetherlands(frame: {
  left: number;
  top: number;
  right: number;
  bottom: number;
}): MapDrawing {
  const projection = geoMercator().fitExtent(
    [
      [frame.left, frame.top],
      [frame.right, frame.bottom],
    ],
    netherlands,
  );
  const land = geoPath(projection).digits(1)(netherlands) ?? "";
  return {
    land,
    at: (longitude, latitude) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x, y };
    },
  };
}
