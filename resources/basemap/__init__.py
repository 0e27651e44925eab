"""The basemap: vector tiles of the world to zoom 6 and the shapes of countries and regions, in one SQLite file."""
