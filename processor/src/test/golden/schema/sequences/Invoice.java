package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Sequence;
import dev.tenon.annotation.Table;

@Table
@Sequence(name = "invoice_numbers", type = "integer", increment = 2, cache = 5, ownedBy = "number")
@Sequence(
        name = "countdown",
        schema = "elsewhere",
        start = 10,
        increment = -1,
        min = 0,
        max = 10,
        cycle = true,
        usableBy = "clerk",
        comment = "to the launch")
class Invoice {
    @Id
    @Identity(always = false, start = 1000, max = 9999)
    short id;

    @Default("nextval('billing.invoice_numbers')")
    int number;
}
