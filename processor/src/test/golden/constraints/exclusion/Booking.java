package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Deferrability;
import dev.tenon.annotation.Exclude;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.util.UUID;

@Table
@Exclude(
        elements = {"room WITH =", "during WITH &&"},
        where = "NOT isempty(during)",
        deferrable = Deferrability.INITIALLY_DEFERRED)
@Exclude(name = "one_a_day", method = "btree", elements = "(lower(during)) WITH =")
class Booking {
    @Id
    UUID id;

    int room;

    @Column(type = "daterange")
    String during;
}
