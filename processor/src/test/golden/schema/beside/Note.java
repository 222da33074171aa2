package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;

@Table
record Note(@Id int id, String text) {}
