package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;

@Table
record Order(@Id long id) {}
