package example;

import dev.tenon.annotation.CheckOption;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.View;

/** Every attribute, on a class. */
@View(
        name = "unfinished",
        schema = "reports",
        comment = "what is left to do",
        sql = "SELECT p.id, p.title AS name FROM plan p WHERE NOT p.done",
        securityInvoker = false,
        securityBarrier = true,
        checkOption = CheckOption.LOCAL)
@Grant(value = {Privilege.SELECT, Privilege.UPDATE}, role = "reporter")
class OpenPlan {
    private int id;

    @Column(name = "name", comment = "what it is called")
    private String title;
}
