#!/usr/bin/env python3
"""Deploys template.yaml to an emulator of CloudFormation and shows whether every resource was created.

    python3 infra/emulate.py

It needs aws-sam-translator, cfn-lint and moto (pip install aws-sam-translator cfn-lint 'moto[all]'). The template is translated as SAM
would do it, for each of the CHOICES, and given to moto in this process: nothing leaves the machine. Each stack must end as
CREATE_COMPLETE with every resource. Where moto's CloudFormation does not know a type, alarms are made through the CloudWatch API,
which checks their properties, and aliases through that of Lambda; the rest by a stand-in, for which only what it refers to is resolved; the types are named.
"""
import json
import logging
import os
import pathlib
import sys
import warnings

REGION = "eu-west-1"
os.environ.update(AWS_DEFAULT_REGION=REGION, AWS_ACCESS_KEY_ID="none", AWS_SECRET_ACCESS_KEY="none")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "false")

try:
    import boto3
    import moto
    from cfnlint.decode import cfn_yaml
    from moto.awslambda.models import LambdaVersion
    from moto.cloudformation import parsing
    from moto.core.common_models import CloudFormationModel
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

TEMPLATE = pathlib.Path(__file__).with_name("template.yaml")

NEEDED = {"TokenIssuer": "https://issuer.example.com", "TokenAudiences": "fattura"}

# What is chosen, and what then holds of the conditions that decide whether a resource is there.
CHOICES = {
    "defaults": ({}, {"MakesTopic": True, "TellsAddress": False}),
    "own key, address, JVM": (
        {
            "TableKeyArn": f"arn:aws:kms:{REGION}:123456789012:key/11111111-2222-3333-4444-555555555555",
            "AlarmEmail": "books@example.com",
            "CodeRuntime": "java21",
            "Architecture": "x86_64",
            "SweepConcurrency": "1",
        },
        {"MakesTopic": True, "TellsAddress": True},
    ),
    "own topic": (
        {"AlarmTopicArn": f"arn:aws:sns:{REGION}:123456789012:alarms", "AlarmEmail": "books@example.com", "GradualShift": "false"},
        {"MakesTopic": False, "TellsAddress": False},
    ),
}


def translated(chosen):
    """The template without the macro: every resource as CloudFormation knows it."""
    template = json.loads(json.dumps(cfn_yaml.load(str(TEMPLATE))))
    code = template["Globals"]["Function"]
    code["CodeUri"] = {"Bucket": "artifacts", "Key": "function.zip"}
    values = {name: parameter.get("Default", "") for name, parameter in template["Parameters"].items()}
    values.update(chosen)
    values["AWS::Region"] = REGION
    result = Translator({}, Parser(), None).translate(template, values)
    return json.loads(json.dumps(result))


def main():
    logging.disable(logging.ERROR)
    warnings.simplefilter("ignore")
    kinds = {resource["Type"] for resource in translated(NEEDED)["Resources"].values()}
    unknown = sorted(kind for kind in kinds if kind not in parsing.get_model_map())
    for kind in unknown:
        parsing.get_model_map()[kind] = BY_API[kind]() if kind in BY_API else stand_in(kind)
    LambdaVersion.get_cfn_attribute = lambda version, attribute: str(version.version)
    good = [deployed(name, {**NEEDED, **chosen}, conditions) for name, (chosen, conditions) in CHOICES.items()]
    print("by a stand-in: " + (", ".join(kind for kind in unknown if kind not in BY_API) or "none"))
    sys.exit(0 if all(good) else 1)


def deployed(name, chosen, conditions):
    """Whether the stack of that choice has every resource that it should have, and no other."""
    template = translated(chosen)
    wanted = {name for name, resource in template["Resources"].items()
              if conditions.get(resource.get("Condition"), True)}
    with moto.mock_aws():
        s3 = boto3.client("s3")
        s3.create_bucket(Bucket="artifacts", CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket="artifacts", Key="function.zip", Body=empty_zip())
        s3.put_object(Bucket="artifacts", Key="template.json", Body=json.dumps(template).encode())
        cloud = boto3.client("cloudformation")
        cloud.create_stack(
            StackName="fattura-emulated",
            TemplateURL="https://artifacts.s3.amazonaws.com/template.json",
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in chosen.items()],
        )
        status = cloud.describe_stacks(StackName="fattura-emulated")["Stacks"][0]["StackStatus"]
        alarms = len([1 for page in boto3.client("cloudwatch").get_paginator("describe_alarms").paginate()
                      for _ in page["MetricAlarms"]])
        pages = cloud.get_paginator("list_stack_resources").paginate(StackName="fattura-emulated")
        # Moto lists what is left out by its condition too, without a name.
        created = {row["LogicalResourceId"] for page in pages for row in page["StackResourceSummaries"]} - {""}
    missing, extra = sorted(wanted - created), sorted(created - wanted)
    print(f"{name}: {status}, {len(wanted) - len(missing)} of {len(wanted)} resources, {len(json.dumps(template)):,} bytes of template")
    print(f"  made through the API: {alarms} alarms and the aliases")
    print("  not created: " + (", ".join(missing) or "none"))
    print("  created against its condition: " + (", ".join(extra) or "none"))
    return status == "CREATE_COMPLETE" and not missing and not extra


def stand_in(kind):
    """A model that is there and has any attribute."""

    class StandIn(CloudFormationModel):
        # Moto wants to know which of its services a model is of.
        __module__ = "moto.emulate.models"

        def __init__(self, name):
            self.name = name

        @property
        def physical_resource_id(self):
            return self.name

        @staticmethod
        def cloudformation_name_type():
            return ""

        @staticmethod
        def cloudformation_type():
            return kind

        @classmethod
        def has_cfn_attr(cls, attr):
            return True

        def get_cfn_attribute(self, attr):
            service = kind.split("::")[1].lower()
            return f"arn:aws:{service}:{REGION}:123456789012:{self.name}"

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            return cls(resource_name)

    return StandIn


def alarm():
    class Alarm(stand_in("AWS::CloudWatch::Alarm")):
        __module__ = "moto.emulate.models"

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            boto3.client("cloudwatch").put_metric_alarm(**numbers(cloudformation_json["Properties"]))
            return cls(cloudformation_json["Properties"]["AlarmName"])

    return Alarm


def alias():
    class Alias(stand_in("AWS::Lambda::Alias")):
        __module__ = "moto.emulate.models"

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            properties = cloudformation_json["Properties"]
            return cls(boto3.client("lambda").create_alias(**properties)["AliasArn"])

    return Alias


BY_API = {"AWS::CloudWatch::Alarm": alarm, "AWS::Lambda::Alias": alias}


def numbers(properties):
    """CloudFormation takes a number as text too."""
    if isinstance(properties, dict):
        return {name: value == "true" if name == "ReturnData" and isinstance(value, str) else numbers(value)
                for name, value in properties.items()}
    return [numbers(value) for value in properties] if isinstance(properties, list) else properties


def empty_zip():
    return b"PK\x05\x06" + bytes(18)


if __name__ == "__main__":
    main()
