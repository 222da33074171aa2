package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Sale_ {
    public static final String TABLE = "sale";
    public static final String ID = "id";
    public static final String DAY = "day";
    public static final String AMOUNT = "amount";
    public static final ColumnRef<Sale, Long> id = new ColumnRef<Sale, Long>("public", "sale", "id");
    public static final ColumnRef<Sale, LocalDate> day = new ColumnRef<Sale, LocalDate>("public", "sale", "day");
    public static final ColumnRef<Sale, BigDecimal> amount = new ColumnRef<Sale, BigDecimal>("public", "sale", "amount");

    private Sale_() {}
}
