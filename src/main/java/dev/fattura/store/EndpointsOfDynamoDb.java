package dev.fattura.store;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.ServiceMetadataProvider;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;

/**
 * Leaves the addresses of the other three hundred services of AWS out of the native executable: the store is the only one that a
 * function calls. Used by the native image builder alone.
 */
@Substitute
@TargetClass(className = "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider")
final class EndpointsOfDynamoDb implements ServiceMetadataProvider {

    @Substitute
    EndpointsOfDynamoDb() {}

    @Override
    @Substitute
    public ServiceMetadata serviceMetadata(String service) {
        if (!service.equals("dynamodb")) {
            throw new IllegalArgumentException(
                    "The native executable knows the addresses of DynamoDB alone, not of " + service);
        }
        return new DynamodbServiceMetadata();
    }
}
