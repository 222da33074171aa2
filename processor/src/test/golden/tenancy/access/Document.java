package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.PolicyCommand;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.TenantScoped;

@TenantScoped
@Policy(name = "published", restrictive = true, command = PolicyCommand.SELECT, using = "published")
@Policy(name = "auditors", roles = {"auditor", "authenticated"}, using = "true", check = "false")
@Grant(value = Privilege.SELECT, role = "auditor")
record Document(@Id int id, boolean published) {}
