package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.Table;

@Table(schema = "audit")
@Policy(name = "own", using = "who = current_user")
record Audit(@Id long id, String who) {}
