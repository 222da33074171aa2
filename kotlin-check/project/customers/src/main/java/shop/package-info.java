@Schema(tenancy = @Tenancy(root = Customer.class, column = "customer_id"))
package shop;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
import shop.customers.Customer;
