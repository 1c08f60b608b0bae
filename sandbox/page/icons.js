// The page's own drawings: a font need not have them.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: "M14 6l-6 6l6 6",
  close: "M7 7l10 10M17 7L7 17",
  menu: "M4 7h16M4 12h16M4 17h16",
  photo: "M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7",
  send: "M4 12h15M13 6l6 6l-6 6",
  link: "M9 7h8v8M17 7L7 17",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
};

export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawn.append(path);
  return drawn;
}
