package example;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.UUID;

/** Sequences, identity columns and generator tables. */
@Entity
@Table(name = "own_numbers")
class Numbers {
    @Id
    @GeneratedValue
    Long id;

    @Entity
    static class Uuids {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity
    static class Texts {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity
    static class Identities {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;
    }

    @Entity
    @SequenceGenerator(name = "tens", sequenceName = "tensSequence", initialValue = 5, allocationSize = 10)
    static class Tens {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tens")
        long id;
    }

    @Entity
    static class MoreTens {
        @Id
        @GeneratedValue(generator = "tens")
        long id;
    }

    @Entity
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        long id;
    }

    @Entity
    static class CountedApart {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "apart")
        @TableGenerator(name = "apart", table = "counters", pkColumnName = "kind", valueColumnName = "next")
        long id;
    }
}
