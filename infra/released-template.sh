#!/bin/sh
# The template of a release: template.yaml with the zip that is released beside it, and with that zip's processor and runtime only.
#
#     sh infra/released-template.sh 1.2.3 arm64 > fattura-1.2.3-arm64.yaml
set -eu
version=$1
architecture=$2

sed -e "s|CodeUri: ../target/function.zip|CodeUri: fattura-$version-$architecture.zip|" \
    -e "s|AllowedValues: \[provided.al2023, java21, java25\]|AllowedValues: [provided.al2023]|" \
    -e "/AllowedValues: \[arm64, x86_64\]/{s//AllowedValues: [$architecture]/;n;s/arm64/$architecture/;}" \
    "$(dirname "$0")/template.yaml"
