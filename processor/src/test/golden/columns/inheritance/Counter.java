package example;

import dev.tenon.annotation.Table;

@Table
class Counter extends Named<String, Long> {}
