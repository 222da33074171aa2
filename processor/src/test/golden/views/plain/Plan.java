package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;

@Table
record Plan(@Id int id, String title, boolean done, @Column(nullable = true) String owner) {}
