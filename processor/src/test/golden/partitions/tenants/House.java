package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.TenantRoot;

@TenantRoot
record House(@Id int id) {}
