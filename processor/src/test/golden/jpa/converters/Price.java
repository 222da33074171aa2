package example;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** Converted attributes. */
@Entity
class Price {
    @Id
    long id;

    Money amount;

    @Convert(converter = YesNo.class)
    boolean reduced;

    @Convert(disableConversion = true)
    BigDecimal factor;

    record Money(long cents) {}

    @Converter(autoApply = true)
    static class MoneyConverter implements AttributeConverter<Money, Long> {
        @Override
        public Long convertToDatabaseColumn(Money money) {
            return money.cents();
        }

        @Override
        public Money convertToEntityAttribute(Long cents) {
            return new Money(cents);
        }
    }

    static class YesNo implements AttributeConverter<Boolean, Character> {
        @Override
        public Character convertToDatabaseColumn(Boolean value) {
            return value ? 'y' : 'n';
        }

        @Override
        public Boolean convertToEntityAttribute(Character letter) {
            return letter == 'y';
        }
    }
}
