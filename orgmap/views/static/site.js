"use strict";
(() => {
  const answers = document.querySelector("nav.pages .answers details");
  const summary = answers?.querySelector("summary");
  document.querySelector("nav.pages")?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !answers?.open) return;
    answers.open = false;
    summary.focus();
  });

  const form = document.getElementById("find");
  if (!form || document.querySelector("form#search")) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = document.getElementById("find-words").value.trim();
    window.location.href = `${form.getAttribute("action")}#q=${encodeURIComponent(words)}`;
  });
})();
