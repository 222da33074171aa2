package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Table;

/** Columns that take their values from sequences of their own, as {@code serial} columns do. */
@Table
public record Ticket(
        @Id @Identity(sequence = "ticket_id_seq") long id,
        @Identity(sequence = "Tickets printed", start = 1000, increment = 10, cache = 20) int printed) {}
