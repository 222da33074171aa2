package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

@Table
public record Sizes(
        @Id @Column(type = "varchar(20)") String key,
        @Column(length = 255) String text,
        @Column(precision = 10) BigDecimal whole,
        @Column(precision = 10, scale = 2) BigDecimal money,
        @Column(precision = 38) BigInteger big,
        @Column(precision = 3) Instant millis,
        @Column(precision = 0) LocalTime seconds,
        @Column(precision = 6) Duration duration,
        @Column(type = "timestamp(3) with time zone") Object spelled,
        @Column(type = "double precision") String number,
        @Column(type = "INT8") Object big8,
        @Column(type = "character varying (5) []") Object codes,
        @Column(type = "public.email") String domain,
        @Column(type = "xml") String xml,
        @Column(type = "char(3)") String currency) {}
