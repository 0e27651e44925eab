// The tool in hand: a pin to drop, an area to draw, a length to measure; Esc or the program puts it down.
import { hideBanner, say, showBanner } from "./controls.js";
import { AreaTool, Measure } from "./drawing.js";
import { Pin } from "./pin.js";

export class Tools {
  constructor(map, tell) {
    Object.assign(this, { map, tell, name: null, language: "en", drawing: null });
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && this.name) this.leave(); });
  }

  get busy() { return this.name !== null; }

  // `name` is "pin", "box", "loop", "measure" or null.
  take(name) {
    if (name === this.name) return;
    this.drawing?.end();
    this.map.getContainer().classList.remove("tool", "pinning");
    this.name = name;
    this.drawing = this.made(name);
    this.drawing?.begin();
    if (!name) {
      hideBanner();
      return;
    }
    this.map.getContainer().classList.add("tool", "pinning");
    showBanner(say(name));
  }

  made(name) {
    if (name === "measure") return new Measure(this.map, this.language);
    if (name === "pin") return new Pin(this.map, this.language, (spot) => this.tell("pin", spot));
    if (name !== "box" && name !== "loop") return null;
    return new AreaTool(this.map, name === "loop", (ring) => { this.take(null); this.tell("area", { ring }); });
  }

  leave() {
    const name = this.name;
    this.take(null);
    this.tell(name === "pin" ? "pin_left" : "tool_left", { name });
  }

  // A click on the map: true where the tool took it.
  click(latlng) {
    this.drawing?.click?.(latlng);
    return this.busy;
  }
}
