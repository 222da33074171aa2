package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.View;

@View(sql = "SELECT title FROM plan")
@Grant(Privilege.SELECT)
record PlanTitle(String title) {}
