"""How the map looks: colours, patterns, legend, and the map as Folium draws it."""
