package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.View;

@View(materialized = true, sql = "SELECT count(*) AS plans FROM plan")
@Grant(value = Privilege.SELECT, role = "billing")
@Shared(reason = "a number for billing, of nobody's plans in particular")
record PlanCount(long plans) {}
