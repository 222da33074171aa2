package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Deferrability;
import dev.tenon.annotation.Exclude;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.TenantScoped;

@TenantScoped
@Exclude(
        elements = {"roomNumber WITH =", "during with &&"},
        where = "NOT cancelled")
@Exclude(
        name = "booking_person_excl",
        elements = {"(lower(person)) WITH OPERATOR(pg_catalog.=)", "during WITH &&"},
        opclass = {"", "range_ops"},
        global = true,
        reason = "a person is in one place",
        deferrable = Deferrability.INITIALLY_DEFERRED)
record Booking(
        @Id long id, int roomNumber, String person, @Column(type = "tstzrange") String during, boolean cancelled) {}
