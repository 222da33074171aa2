package dev.tenon.cli.importer.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The class of a table with a plural name has the singular, whatever the letters and separators of the name are. */
class EnglishSingularTest {

    @ParameterizedTest
    @CsvSource({
        "users, user",
        "categories, category",
        "keys, key",
        "boxes, box",
        "addresses, address",
        "matches, match",
        "dishes, dish",
        "houses, house",
        "purchases, purchase",
        "licenses, license",
        "databases, database",
        "archives, archive",
        "shoes, shoe",
        "statuses, status",
        "analyses, analysis",
        "indices, index",
        "people, person",
        "salespeople, salesperson",
        "children, child",
        "movies, movie",
        "heroes, hero",
        "leaves, leaf",
        "menus, menu",
        "caches, cache",
        "order_lines, order_line",
        "orderLines, orderLine",
        "OrderLines, OrderLine",
        "People, Person",
        "user_settings, user_setting",
        "api_keys, api_key",
    })
    void aPluralBecomesTheSingular(String plural, String singular) {
        assertThat(EnglishSingular.of(plural)).isEqualTo(singular);
        assertThat(EnglishSingular.of(singular)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "address",
                "analysis",
                "news",
                "series",
                "bus",
                "gas",
                "data",
                "metadata",
                "access",
                "order2",
                "is",
                "USERS",
                "a_b_",
                "",
                "_",
                "日本",
                "s",
                "users_"
            })
    void whatIsNoPluralStays(String name) {
        assertThat(EnglishSingular.of(name)).isEqualTo(name);
    }
}
