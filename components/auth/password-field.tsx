"use client";
/** A password's field, which can show what is typed. */
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField, type TextFieldProps } from "@/components/ui/field";

export const PasswordField = (props: Omit<TextFieldProps, "type" | "end">) => {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      end={
        <Button
          variant="plain"
          size="sm"
          aria-pressed={shown}
          aria-label={shown ? "Hide password" : "Show password"}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </Button>
      }
    />
  );
};
