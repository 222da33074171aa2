package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;

class Outer {
    @Table
    static class Inner {
        @Id
        int id;

        @Column(type = "citext")
        String email;

        Kind kind;
    }

    enum Kind {
        ONE
    }

    @Table(name = "other", schema = "elsewhere")
    record Explicit(@Id int id, Kind kind) {}
}
