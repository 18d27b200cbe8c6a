/* Dates as orgmap reads them: a day, a month or a year. Nothing here touches the page. */
"use strict";

const checklistDates = (() => {
  const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?$/;
  const DAY_FIRST = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4}|\d{2})$/;
  const IN_WORDS = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([A-Za-z]+)\.?,?[\s-]+(\d{4}|\d{2})$/;
  const MONTHS = "january february march april may june july august september october november december".split(" ");

  /* Returns what is wrong with a date, as the end of a sentence, or an empty text. */
  function fault(text) {
    const found = parts(text);
    if (!found) return "is no date";
    return exists(...found) ? "" : "is no day of the calendar";
  }

  /* Returns year, month and day as numbers, undefined where they are not written; nothing for what is no date. */
  function parts(text) {
    const iso = ISO.exec(text);
    if (iso) return [iso[1], iso[2], iso[3]].map(number);
    const [, day, month, year] = DAY_FIRST.exec(text) ?? IN_WORDS.exec(text) ?? [];
    const found = /^\d/.test(month ?? "") ? Number(month) : monthOf(month ?? "");
    return found === undefined ? null : [fullYear(year), found, number(day)];
  }

  const number = (digits) => (digits === undefined ? undefined : Number(digits));

  function monthOf(word) {
    const name = word.toLowerCase();
    const place = MONTHS.findIndex((month) => [month, month.slice(0, 3)].includes(name) || (name === "sept" && month === "september"));
    return place < 0 ? undefined : place + 1;
  }

  function fullYear(digits) {
    if (digits.length === 4) return Number(digits);
    return Number(digits) < 70 ? 2000 + Number(digits) : 1900 + Number(digits);
  }

  function exists(year, month = 1, day = 1) {
    const last = new Date(0);
    last.setUTCFullYear(year, month, 0);
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate();
  }

  return { fault };
})();
