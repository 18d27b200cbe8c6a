"""The pages as a real Chromium shows them; skipped where there is none, except in continuous integration."""
