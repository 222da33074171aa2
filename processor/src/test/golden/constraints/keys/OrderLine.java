package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;

@Table
record OrderLine(@Id @References(Order.class) long orderId, @Id int position, String text) {}
