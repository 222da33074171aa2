package example;

import dev.tenon.annotation.View;

/** An interface, as projections use it. */
@View(sql = "SELECT id, name, true AS fresh FROM reports.unfinished")
interface Named extends Identified {
    String getName();

    boolean isFresh();

    default String shout() {
        return getName() + "!";
    }
}
