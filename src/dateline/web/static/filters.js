// Keeps the address of the page of incidents short: what is left empty in the form is left out of it.
"use strict";
(() => {
  const empty = (data) => [...data.keys()].filter((key) => data.getAll(key).every((value) => value === ""));

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.id !== "filters") return;
    const data = event.detail.formData;
    for (const key of empty(data)) data.delete(key);
    if (data.get("sort") === "-date") data.delete("sort");
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "filters") return;
    for (const input of event.target.elements) input.disabled = input.name !== "" && input.value === "";
  });

  // On a narrow screen the filters begin closed, so that the incidents are seen first.
  const sheet = document.querySelector(".filters .sheet");
  if (sheet && window.matchMedia("(max-width: 60rem)").matches) sheet.open = false;
})();
