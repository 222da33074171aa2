package p;

import java.lang.annotation.*;
import org.hibernate.annotations.IdGeneratorType;

@IdGeneratorType(Numbers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Numbered {}
