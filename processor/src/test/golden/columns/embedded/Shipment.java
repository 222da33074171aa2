package example;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

@Table
@Index(columns = {"period", "sender.city", "recipient_city"})
record Shipment(
        @Id @Embedded Key key,
        @Embedded(prefix = "sender_") Address sender,
        @Embedded(prefix = "recipient_") Address recipient,
        @Unique @Embedded Range<LocalDate> period) {
    record Key(String carrier, long number) {}

    record Address(
            String street,
            Optional<String> floor,
            @Index String city,
            @Embedded(prefix = "geo_") Point point) {}

    static class Point {
        BigDecimal latitude;

        @Check("true")
        @Column(name = "lon")
        BigDecimal longitude;
    }

    record Range<T>(@Column(name = "starts") T from, @Column(name = "ends") T to) {}
}
