package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.RenamedFrom;
import dev.tenon.annotation.Table;

@Table
@RenamedFrom("archive.remark")
record Note(@Id int id) {}
