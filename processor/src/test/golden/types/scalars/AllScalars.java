package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

@Table
public class AllScalars {
    @Id
    UUID uuid;

    boolean aBoolean;
    byte aByte;
    short aShort;
    int anInt;
    long aLong;
    float aFloat;
    double aDouble;
    char aChar;
    Boolean boxedBoolean;
    Byte boxedByte;
    Short boxedShort;
    Integer boxedInteger;
    Long boxedLong;
    Float boxedFloat;
    Double boxedDouble;
    Character boxedCharacter;
    OptionalInt optionalInt;
    OptionalLong optionalLong;
    OptionalDouble optionalDouble;
    String string;
    BigDecimal bigDecimal;
    BigInteger bigInteger;
    Instant instant;
    OffsetDateTime offsetDateTime;
    LocalDateTime localDateTime;
    LocalDate localDate;
    LocalTime localTime;
    OffsetTime offsetTime;
    Duration duration;
    Period period;
    byte[] bytes;
    InetAddress inetAddress;
}
