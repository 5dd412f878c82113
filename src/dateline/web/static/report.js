// Hover or focus on highlighted words shows what was read in them; an address with a record's id leads to its words.
"use strict";
(() => {
  const text = document.getElementById("report-text");
  if (!text) return;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  document.body.append(tip);

  const numbers = (link) => link.dataset.notes.split(" ");
  const note = (number) => document.getElementById(`n${number}`);
  const words = (number) => [...text.querySelectorAll("[data-notes]")].filter((each) => numbers(each).includes(number));

  const place = (link) => {
    const at = link.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const below = at.bottom + tip.offsetHeight + 12 < window.innerHeight;
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${(below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + window.scrollY}px`;
  };

  const show = (link) => {
    tip.replaceChildren(...numbers(link).slice(0, 4).map((number) => {
      const copy = note(number).cloneNode(true);
      copy.removeAttribute("id");
      const box = document.createElement("div");
      box.className = copy.className;
      box.append(...copy.childNodes);
      return box;
    }));
    tip.hidden = false;
    place(link);
    for (const each of words(numbers(link)[0])) each.classList.add("lit");
  };

  const hide = () => {
    tip.hidden = true;
    for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  };

  for (const kind of ["mouseover", "focusin"]) {
    text.addEventListener(kind, (event) => {
      const link = event.target.closest("[data-notes]");
      hide();
      if (link) show(link);
    });
  }
  text.addEventListener("mouseleave", hide);
  text.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // From a note to all its words.
  document.querySelector(".notes").addEventListener("mouseover", (event) => {
    const item = event.target.closest("[data-number]");
    hide();
    if (item) for (const each of words(item.dataset.number)) each.classList.add("lit");
  });
  document.querySelector(".notes").addEventListener("mouseleave", hide);

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const item = id && document.querySelector(`[data-record="${CSS.escape(id)}"]`);
    const target = item && words(item.dataset.number)[0];
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };
  window.addEventListener("hashchange", follow);
  follow();
})();
