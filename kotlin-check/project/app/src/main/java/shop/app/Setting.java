package shop.app;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Shared;

/** A setting that all customers read. */
@Shared(reason = "settings of the application")
record Setting(@Id String name, String value) {}
