// What every page runs. Pages work without it.
import "./menu.js";
import "./session.js";
import "./forms.js";
