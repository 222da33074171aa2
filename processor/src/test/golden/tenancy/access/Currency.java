package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Shared;

@Shared(reason = "the same everywhere")
@Grant(Privilege.SELECT)
@Grant(value = {Privilege.INSERT, Privilege.SELECT}, role = "treasury")
@Grant(value = Privilege.UPDATE, role = "treasury")
@Grant(value = Privilege.SELECT, role = "public")
record Currency(@Id String code) {}
