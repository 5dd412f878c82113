// Judging by keys: each button names its own; while something is typed, keys are letters.
"use strict";
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    const needed = button.dataset.needs && document.getElementById(button.dataset.needs);
    if (needed && needed.value === needed.defaultValue) {
      needed.focus();
      needed.select();
      return;
    }
    button.click();
  });

  // Enter in the field of the value means that value, and not the first button.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.id !== "value") return;
    event.preventDefault();
    event.target.form.querySelector('button[value="correct"]').click();
  });
})();
