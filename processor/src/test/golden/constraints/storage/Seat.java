package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Compression;
import dev.tenon.annotation.Exclude;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.ForeignKeyMatch;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Storage;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import org.jspecify.annotations.Nullable;

@Table(
        unlogged = true,
        with = {"FillFactor=70", "toast.autovacuum_enabled = false"})
@Unique(columns = "number", include = "label", with = "fillfactor=80")
@Exclude(
        elements = "number WITH =",
        method = "btree",
        with = "fillfactor=60",
        name = "seat_excl")
@Index(
        columns = {"label COLLATE \"C\" DESC NULLS LAST", "number"},
        unique = true,
        nullsNotDistinct = true,
        comment = "by name")
class Seat {
    @Id
    int room;

    @Id
    int number;

    @Column(storage = Storage.EXTERNAL, compression = Compression.PGLZ, statistics = 500, collation = "\"POSIX\"")
    String label;

    @References(
            value = Seat.class,
            name = "seat_beside_fkey",
            match = ForeignKeyMatch.FULL,
            onDelete = ForeignKeyAction.SET_NULL,
            onDeleteColumns = {"besideNumber", "besideRoom"})
    @Nullable
    Integer besideRoom;

    @References(value = Seat.class, name = "seat_beside_fkey")
    @Nullable
    Integer besideNumber;
}
