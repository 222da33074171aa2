package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Table;

@Table(schema = "audit")
@Grant({Privilege.SELECT, Privilege.INSERT})
@Policy(name = "own", using = "who = current_user")
record Audit(@Id long id, String who) {}
