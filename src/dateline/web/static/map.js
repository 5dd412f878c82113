// The map: outlines of countries, and a dot for each place at which incidents are told. No request leaves this server.
"use strict";
(() => {
  const outlines = { data: null };
  const LARGE = 25; // km: a place less exact than this gets a ring

  const text = (tag, words, href) => {
    const made = document.createElement(tag);
    made.textContent = words;
    if (href) made.href = href;
    return made;
  };

  const radius = (features) => {
    const killed = Math.max(...features.map((each) => each.properties.killed || 0));
    return 5 + Math.min(16, Math.sqrt(killed) * 0.9) + (features.length > 1 ? 2 : 0);
  };

  const worst = (features) => {
    const told = features.map((each) => each.properties.status);
    return ["disputed", "denied", "revised", "agreed", "single"].find((each) => told.includes(each)) || "none";
  };

  const popup = (features) => {
    const box = document.createElement("div");
    for (const { properties: told } of features.slice(0, 20)) {
      const line = document.createElement("p");
      line.append(text("a", told.type, told.href));
      line.append(`, ${told.when}`, document.createElement("br"), `${told.place} (${told.precision || "place not sure"})`);
      if (told.told) line.append(`; killed ${told.told}`);
      box.append(line);
    }
    if (features.length > 20) box.append(text("p", `and ${features.length - 20} more`));
    return box;
  };

  const places = (features) => {
    const found = new Map();
    for (const each of features) {
      const key = each.geometry.coordinates.join();
      found.set(key, [...(found.get(key) || []), each]);
    }
    return [...found.values()].sort((a, b) => radius(b) - radius(a));
  };

  const draw = (map, features) => {
    const bounds = [];
    for (const here of places(features)) {
      const [lon, lat] = here[0].geometry.coordinates;
      const km = Math.max(...here.map((each) => each.properties.radius_km || 0));
      const reach = Math.max(km, 15) / 111;
      bounds.push([lat - reach, lon - reach], [lat + reach, lon + reach]);
      if (km >= LARGE) L.circle([lat, lon], { radius: km * 1000, className: "ring", interactive: false }).addTo(map);
      const dot = L.circleMarker([lat, lon], { radius: radius(here), className: `dot is-${worst(here)}` }).addTo(map);
      dot.bindPopup(() => popup(here), { minWidth: 180 });
      const ids = here.map((each) => each.properties.id);
      const rows = () => ids.flatMap((id) => [...document.querySelectorAll(`tr[data-incident="${CSS.escape(id)}"]`)]);
      dot.on("mouseover", () => rows().forEach((row) => row.classList.add("near")));
      dot.on("mouseout", () => rows().forEach((row) => row.classList.remove("near")));
      for (const row of rows()) {
        row.addEventListener("mouseenter", () => dot.getElement()?.classList.add("near"));
        row.addEventListener("mouseleave", () => dot.getElement()?.classList.remove("near"));
      }
    }
    if (bounds.length) map.fitBounds(bounds, { padding: [24, 24], maxZoom: 8 });
  };

  const start = async () => {
    const box = document.getElementById("map");
    if (!box || box.dataset.started) return;
    box.dataset.started = "1";
    const map = L.map(box, { worldCopyJump: true, zoomSnap: 0.5, minZoom: 1, maxZoom: 12 }).setView([20, 20], 2);
    map.attributionControl.setPrefix("");
    if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { maxZoom: 18 }).addTo(map);
    const points = fetch(box.dataset.points).then((answer) => answer.json());
    outlines.data ||= fetch("/outlines.json").then((answer) => answer.json());
    if (!box.dataset.tiles) {
      map.createPane("land").style.zIndex = 200;
      const style = { className: "outline", interactive: false, pane: "land" };
      outlines.data.then((shape) => { L.geoJSON(shape, { style, interactive: false, pane: "land" }).addTo(map); box.dataset.land = "1"; });
    }
    draw(map, (await points).features);
    box.dataset.ready = "1";
  };

  document.addEventListener("DOMContentLoaded", start);
  document.addEventListener("htmx:afterSwap", start);
  document.addEventListener("htmx:historyRestore", start);
})();
